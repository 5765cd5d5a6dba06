/**
 * Certificates for tests, made by openssl in the folder of a test. Imports core.tls and the JDK.
 * For one thread.
 */
@NullMarked
package org.sipbond.testkit.certificate;

import org.jspecify.annotations.NullMarked;
