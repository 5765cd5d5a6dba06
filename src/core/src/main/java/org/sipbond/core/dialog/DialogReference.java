package org.sipbond.core.dialog;

/**
 * What a header calls a dialog: To is the side of whom the request is for, From the other one.
 * Replaces and Join say so (RFC 3891 §6.1, RFC 3911 §7.1); Target-Dialog says remote and local (RFC
 * 4538 §7).
 */
public record DialogReference(String callId, String toTag, String fromTag) {}
