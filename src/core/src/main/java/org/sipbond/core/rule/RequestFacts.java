package org.sipbond.core.rule;

import java.net.InetAddress;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.TargetUri;

/**
 * What rules look at in the first request of a dialog.
 *
 * @param method in capital letters
 * @param ingress the listener that it came in by
 * @param source the address that it came from
 * @param from the URI of its From header, without the header's own parameters
 * @param to the URI of its To header, likewise
 */
public record RequestFacts(
    String method,
    Listener ingress,
    InetAddress source,
    TargetUri requestUri,
    String from,
    String to) {}
