package org.sipbond.core.config;

/**
 * What a TLS listener shows.
 *
 * @param certificate its certificate, followed by those of the authorities between it and the root
 * @param key the private key of its certificate
 */
public record TlsIdentity(PemFile certificate, PemFile key) {}
