/**
 * What is packaged, as commands ask for it: scenarios, designs, known bugs and what is foretold by
 * them, and what of the modelled kernel can fire.
 *
 * <p>Reads the specs; runs nothing, and writes nothing but tables.
 */
package org.mhpcheck.checker.cli.catalogue;
