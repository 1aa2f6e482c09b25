/**
 * What the kernel does, and the vocabulary of asking and answering.
 *
 * <p>From the bottom up: {@code logic}, {@code state}, {@code design}, {@code layout}, {@code
 * bootmem}, {@code kernel}, {@code caller}, {@code claim}, {@code question}, {@code answer}; each
 * knows only those before it. No engine, no file format and no other module is known here.
 */
package org.mhpcheck.model;
