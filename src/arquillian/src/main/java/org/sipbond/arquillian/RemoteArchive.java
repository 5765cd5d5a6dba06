package org.sipbond.arquillian;

import org.jboss.arquillian.container.test.spi.RemoteLoadableExtension;
import org.jboss.arquillian.container.test.spi.client.deployment.CachedAuxilliaryArchiveAppender;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.sipbond.arquillian.remote.SipRemoteExtension;

/** Adds the remote extension as a library to an application whose tests run inside. */
final class RemoteArchive extends CachedAuxilliaryArchiveAppender {
  @Override
  protected Archive<?> buildArchive() {
    return ShrinkWrap.create(JavaArchive.class, "sipbond-arquillian-remote.jar")
        .addPackage(SipRemoteExtension.class.getPackage())
        .addAsServiceProvider(RemoteLoadableExtension.class, SipRemoteExtension.class);
  }
}
