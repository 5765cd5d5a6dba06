package org.sipbond.arquillian;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.test.spi.client.deployment.AuxiliaryArchiveAppender;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** Found as a service by Arquillian. */
public final class SipArquillianExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .service(DeployableContainer.class, EmbeddedContainer.class)
        .service(AuxiliaryArchiveAppender.class, RemoteArchive.class)
        .service(ResourceProvider.class, SipContainerProvider.class)
        .service(ResourceProvider.class, SipListenersProvider.class);
  }
}
