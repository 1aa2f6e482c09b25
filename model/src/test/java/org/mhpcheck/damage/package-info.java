/**
 * For tests of whatever reads what others wrote: damaged files, and the rule that each is read or
 * refused.
 *
 * <p>Other modules' tests have this package from the model's jar of tests. Properties of readers
 * leave their number of tries to jqwik, so that {@code mvn verify -Plong} tries a hundred times as
 * many; {@code -Dtest='Damaged*' -Dsurefire.failIfNoSpecifiedTests=false} beside it leaves out all
 * else.
 */
package org.mhpcheck.damage;
