package org.sipbond.arquillian.remote;

import org.jboss.arquillian.container.test.spi.RemoteLoadableExtension;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** Found as a service inside the container. */
public final class SipRemoteExtension implements RemoteLoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.service(ResourceProvider.class, SipFactoryProvider.class);
    builder.service(ResourceProvider.class, SipSessionsUtilProvider.class);
    builder.service(ResourceProvider.class, TimerServiceProvider.class);
  }
}
