// The recipe is a test file itself.
import "../../examples/recipes/mock-server.js";
