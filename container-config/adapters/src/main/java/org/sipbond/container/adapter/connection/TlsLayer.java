// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.log4j.Logger;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.tls.PeerNames;

/**
 * TLS 1.2 and 1.3. A peer that we connect to has to show a certificate of the domain that was asked
 * for (RFC 5922 §7), and is told that domain (RFC 6066 §3) unless it is an IP address.
 */
final class TlsLayer implements Layer {
  private static final Logger LOG = Logger.getLogger(TlsLayer.class);
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final TlsFiles files;
  private final ConnectionSettings settings;

  TlsLayer(TlsFiles files, ConnectionSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  @Override
  public Socket opened(Socket socket, String domain) throws IOException {
    SSLSocketFactory factory = files.current().getSocketFactory();
    SSLSocket tls = (SSLSocket) factory.createSocket(socket, domain, socket.getPort(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setServerNames(serverNames(domain));
    tls.setSSLParameters(parameters);
    handshake(tls, socket);
    PeerNames names = names(tls);
    if (!names.prove(domain)) {
      tls.close();
      String problem =
          "certificate of tls:"
              + HostPort.of(socket.getInetAddress(), socket.getPort())
              + " is not of "
              + domain
              + "; it is of: "
              + names;
      LOG.warn(problem);
      throw new SSLPeerUnverifiedException(problem);
    }
    return tls;
  }

  @Override
  public Socket accepted(Socket socket) throws IOException {
    SSLSocketFactory factory = files.current().getSocketFactory();
    SSLSocket tls = (SSLSocket) factory.createSocket(socket, InputStream.nullInputStream(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    switch (settings.clientAuth()) {
      case REQUIRED -> parameters.setNeedClientAuth(true);
      case OPTIONAL -> parameters.setWantClientAuth(true);
      case NONE -> parameters.setWantClientAuth(false);
    }
    tls.setSSLParameters(parameters);
    handshake(tls, socket);
    if (tls.getSession().getProtocol().equals("TLSv1.2")) {
      // Renegotiation, which TLS 1.3 no longer has, would let a client keep us computing.
      tls.setEnableSessionCreation(false);
    }
    return tls;
  }

  @Override
  public boolean proves(Socket socket, String domain) {
    return names((SSLSocket) socket).prove(domain);
  }

  /** None where the peer showed no certificate. */
  private static PeerNames names(SSLSocket socket) {
    try {
      Certificate[] chain = socket.getSession().getPeerCertificates();
      return PeerNames.of((X509Certificate) chain[0]);
    } catch (SSLPeerUnverifiedException nobody) {
      return new PeerNames(List.of(), List.of());
    }
  }

  private static List<SNIServerName> serverNames(String domain) throws IOException {
    if (IpLiteral.parse(domain).isPresent()) {
      return List.of();
    }
    try {
      return List.of(new SNIHostName(domain));
    } catch (IllegalArgumentException e) {
      throw new IOException("domain is " + domain + "; allowed: a host name", e);
    }
  }

  /** A peer that says nothing, or a byte now and then, is cut off when its time is over. */
  private void handshake(SSLSocket tls, Socket socket) throws IOException {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    CompletableFuture<Void> watched =
        ended
            .orTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((done, late) -> closeIf(late != null, socket));
    try {
      tls.startHandshake();
    } catch (IOException e) {
      socket.close();
      if (watched.isCompletedExceptionally()) {
        throw late(e);
      }
      throw e;
    } finally {
      ended.complete(null);
    }
  }

  private SocketTimeoutException late(IOException cause) {
    SocketTimeoutException late =
        new SocketTimeoutException(
            "no tls handshake within " + settings.connectTimeout().toMillis() + " ms");
    late.initCause(cause);
    return late;
  }

  private static void closeIf(boolean late, Socket socket) {
    if (late) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
