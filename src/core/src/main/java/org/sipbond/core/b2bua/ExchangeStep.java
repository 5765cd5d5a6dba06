package org.sipbond.core.b2bua;

/**
 * The outcome of an event: the state that follows and what is to be done.
 *
 * @param next the state afterwards
 */
public record ExchangeStep(ExchangeState next, ExchangeAction action) {

  /** This step; where nothing is done, none out of {@code stay}. */
  ExchangeStep unlessNothing(ExchangeState stay) {
    return action == ExchangeAction.NOTHING ? new ExchangeStep(stay, action) : this;
  }
}
