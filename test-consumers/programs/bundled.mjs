import * as api from "wm-customer-api";
import { session } from "./session.mjs";

export const run = (baseUrl) => session(api, baseUrl);
export const nameOfClass = api.WmApiError.name;
