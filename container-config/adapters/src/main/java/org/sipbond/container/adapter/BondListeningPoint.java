// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.ListeningPointExt;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.address.AddressImpl.ModifiableRule;
import org.mobicents.servlet.sip.address.SipURIImpl;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipNetworkInterfaceManagerImpl;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * A listening point that writes one address, its advertised one, into everything that is sent
 * through it, whoever the message is for. The base class decides by the private ranges of RFC 1918
 * and knows no advertised port.
 */
class BondListeningPoint extends ExtendedListeningPoint {
  private final AdvertisedAddress advertised;
  private final List<String> hosts;

  BondListeningPoint(
      SipProvider provider, ListeningPointExt listeningPoint, SipConnector connector) {
    super(provider, listeningPoint, connector);
    this.hosts = hosts(connector.getIpAddress(), listeningPoint.getIPAddress());
    this.advertised = advertised(connector);
    if (connector.isUseStaticAddress()) {
      setGlobalIpAddress(advertised.host());
      setGlobalPort(advertised.port());
    }
  }

  private static AdvertisedAddress advertised(SipConnector connector) {
    return connector.isUseStaticAddress()
        ? new AdvertisedAddress(connector.getStaticServerAddress(), connector.getStaticServerPort())
        : new AdvertisedAddress(connector.getIpAddress(), connector.getPort());
  }

  /**
   * Every way in which the container may ask for this address: as the configuration writes it and
   * as the socket does; IPv6 in brackets, as a URI has it, and without.
   */
  private static List<String> hosts(String configured, String bound) {
    return Stream.of(configured, bound)
        .map(AdvertisedAddress::plain)
        .flatMap(host -> Stream.of(host, AdvertisedAddress.bracketed(host)))
        .distinct()
        .toList();
  }

  /** What applications name this socket by: its own address, never the advertised one. */
  javax.servlet.sip.SipURI outboundInterface() {
    try {
      SipURI uri =
          SipFactoryImpl.addressFactory.createSipURI(
              null, AdvertisedAddress.bracketed(hosts.get(0)));
      uri.setPort(getPort());
      uri.setTransportParam(getTransport());
      return new SipURIImpl(uri, ModifiableRule.NotModifiable);
    } catch (ParseException e) {
      throw cannotWrite("an outbound interface", e);
    }
  }

  /**
   * Whether peers see this listening point under that name and port.
   *
   * @param port the default of the transport where it is none
   * @param transport null for UDP
   */
  boolean advertises(String name, int port, @Nullable String transport) {
    String named = transport == null ? ListeningPoint.UDP : transport;
    return getTransport().equalsIgnoreCase(named)
        && advertised.host().equalsIgnoreCase(name)
        && advertised.port() == SipNetworkInterfaceManagerImpl.checkPortRange(port, named);
  }

  @Override
  public List<String> getIpAddresses() {
    return hosts;
  }

  @Override
  public String getIpAddress(boolean usePublicAddress) {
    return advertised.host();
  }

  @Override
  public String getHost(boolean usePublicAddress) {
    return advertised.host();
  }

  @Override
  public ContactHeader createContactHeader(
      @Nullable String displayName, @Nullable String userName, boolean usePublicAddress) {
    return createContactHeader(displayName, userName, usePublicAddress, null);
  }

  @Override
  public ContactHeader createContactHeader(
      @Nullable String displayName,
      @Nullable String userName,
      boolean usePublicAddress,
      @Nullable String outboundInterface) {
    try {
      SipURI uri = uri(userName);
      if (!ListeningPoint.UDP.equalsIgnoreCase(getTransport())) {
        uri.setTransportParam(getTransport());
      }
      Address address = SipFactoryImpl.addressFactory.createAddress(uri);
      if (displayName != null && !displayName.isEmpty()) {
        address.setDisplayName(displayName);
      }
      return SipFactoryImpl.headerFactory.createContactHeader(address);
    } catch (ParseException e) {
      throw cannotWrite("Contact", e);
    }
  }

  @Override
  public ViaHeader createViaHeader(@Nullable String branch, boolean usePublicAddress) {
    try {
      return SipFactoryImpl.headerFactory.createViaHeader(
          advertised.host(), advertised.port(), getTransport(), branch);
    } catch (ParseException | InvalidArgumentException e) {
      throw cannotWrite("Via", e);
    }
  }

  @Override
  public SipURI createRecordRouteURI(boolean usePublicAddress) {
    try {
      SipURI uri = uri(null);
      uri.setTransportParam(getTransport());
      return uri;
    } catch (ParseException e) {
      throw cannotWrite("Record-Route", e);
    }
  }

  private SipURI uri(@Nullable String user) throws ParseException {
    SipURI uri = SipFactoryImpl.addressFactory.createSipURI(user, advertised.host());
    uri.setPort(advertised.port());
    return uri;
  }

  private IllegalArgumentException cannotWrite(String header, Exception cause) {
    return new IllegalArgumentException("cannot write " + advertised + " into " + header, cause);
  }
}
