/**
 * Certificates: what PEM text holds, and which SIP domains a certificate proves. Imports the JDK.
 * Reads no files and opens no connections. RFC 5922 (domain certificates in SIP), RFC 7468 (PEM),
 * RFC 5958 (PKCS #8). Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.tls;

import org.jspecify.annotations.NullMarked;
