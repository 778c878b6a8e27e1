/// Sconce beside its peers: the workloads of `bench/README.md`, in one process of ours and one of Python's, turn by turn.
@org.jspecify.annotations.NullMarked
package sconce.bench;
