/// Tests from facts: golden files that PyTorch wrote, read, run and compared.
package sconce.golden;
