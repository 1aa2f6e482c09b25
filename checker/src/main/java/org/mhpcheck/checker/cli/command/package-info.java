/**
 * The commands, each in a class of its own, and what only one of them needs.
 *
 * <p>Knows picocli: what is typed becomes a question here, and an answer an exit status.
 */
package org.mhpcheck.checker.cli.command;
