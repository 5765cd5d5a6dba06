package org.sipbond.it.conformance;

/** What the two peers of a cell do, and what each of them is to see. */
@FunctionalInterface
interface Script {
  /** Fails where something else is seen, or nothing in time. */
  void run(Exchange exchange);
}
