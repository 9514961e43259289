// orval takes a configuration of this form alone.
module.exports = {
  wm: {
    input: "../generated/openapi.yaml",
    output: {
      target: "generated/orval/client.ts",
      client: "fetch",
      override: { mutator: { path: "orval-fetch.ts", name: "send" } },
    },
  },
};
