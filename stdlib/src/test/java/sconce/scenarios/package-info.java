/// The small programs of `golden/scenarios` in Java: they print what PyTorch's print, and show how its code looks here.
package sconce.scenarios;
