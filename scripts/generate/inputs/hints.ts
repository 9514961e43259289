import { nearest } from "../../../src/nearest.js";
import { isObject, locate, nodeAt, type Path } from "./input.js";
import type { Inputs, OverlayAction } from "./overlays.js";

/** The candidate closest to a name, by letters or else by words; undefined if none is close. */
export function likeliest(name: string, candidates: readonly string[]): string | undefined {
  const words = wordsOf(name);
  const shared = (candidate: string) => {
    const others = wordsOf(candidate);
    return words.filter((word) => others.includes(word)).length / Math.max(words.length, others.length);
  };
  const [best] = candidates.toSorted((one, other) => shared(other) - shared(one));
  return nearest(name, candidates) ?? (best !== undefined && shared(best) >= 0.5 ? best : undefined);
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** Hint at the new name of a missing member of `owner`. */
export function renamed({ base, actions }: Inputs, owner: Path, name: string): string {
  const members = nodeAt(base.content, owner);
  if (!isObject(members)) return "";
  // Members of a list, such as parameters, have their names inside.
  const isList = Array.isArray(members);
  const places = new Map(
    Object.entries(members).map(([key, item]) => (isList ? [String(nodeAt(item, ["name"])), [...owner, key, "name"]] : [key, [...owner, key]])),
  );
  const names = [...places.keys()];
  // Overlays mention old names, so the new name is one that they do not mention.
  const mentioned = JSON.stringify(actions.map(({ target, update }) => [target, update]));
  const unknown = names.filter((own) => !mentioned.includes(own));
  const found = likeliest(name, unknown) ?? nearest(name, names);
  return found === undefined ? "" : `; did you mean ${found} (${locate(base, places.get(found)!)})?`;
}

/** Hint at the new name of the first step of a target that is missing in the base. */
export function renamedStep(inputs: Inputs, { target }: OverlayAction): string {
  let path: Path = [];
  for (const { name, filtered } of stepsOf(target)) {
    const list = nodeAt(inputs.base.content, path);
    const key = filtered && Array.isArray(list) ? list.findIndex((item) => item?.name === name) : name;
    if (nodeAt(inputs.base.content, [...path, key]) === undefined) return renamed(inputs, path, name);
    path = [...path, key];
  }
  return "";
}

/** The leading steps of a target that are names or filters by name: `$.paths['/x'].get`, `$.a.parameters[?@.name=='b']`. */
function stepsOf(target: string): { readonly name: string; readonly filtered: boolean }[] {
  const steps = target.slice(1).matchAll(/\.([A-Za-z_$][\w-]*)|\[(["'])(.*?)\2\]|\[\?\s*@\.name\s*==\s*(["'])(.*?)\4\s*\]/gy);
  return [...steps].map(([, member, , quoted, , filter]) => ({ name: (member ?? quoted ?? filter)!, filtered: filter !== undefined }));
}
