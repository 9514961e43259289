// orval only accepts a configuration in CommonJS.
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
