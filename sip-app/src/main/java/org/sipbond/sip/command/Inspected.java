package org.sipbond.sip.command;

import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.resolve.Resolver;

/** What commands look into: the very values that calls are decided by. */
public record Inspected(
    AppConfig config,
    Decider decider,
    Resolver resolver,
    FailedDestinations failed,
    DnsCache dns,
    DrainedListeners drained,
    KnownCalls calls) {}
