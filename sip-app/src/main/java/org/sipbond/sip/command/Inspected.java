package org.sipbond.sip.command;

import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.resolve.Resolver;

/**
 * What commands look into: the very values that calls are decided by.
 *
 * @param calls explains one of the last calls by its Call-ID
 */
public record Inspected(
    AppConfig config,
    Decider decider,
    Resolver resolver,
    FailedDestinations failed,
    DnsCache dns,
    DrainedListeners drained,
    Function<String, Optional<Explanation>> calls) {}
