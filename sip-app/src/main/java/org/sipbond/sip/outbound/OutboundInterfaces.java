package org.sipbond.sip.outbound;

import java.util.Optional;

/** Chooses the {@link OutboundInterface} once, at start. */
public final class OutboundInterfaces {
  /** The context-param that asks for one form: {@code vendor} or {@code standard}. */
  public static final String PARAMETER = "org.sipbond.outbound-interface";

  private static final String VENDOR = "vendor";
  private static final String STANDARD = "standard";
  private static final String VENDOR_CLASS = "org.mobicents.javax.servlet.sip.SipSessionExt";

  private OutboundInterfaces() {}

  /**
   * The form that was asked for; where none was, the container's own if it has one, else that of
   * JSR 289.
   *
   * @throws IllegalArgumentException if the form is unknown, or not there
   */
  public static OutboundInterface choose(Optional<String> asked, ContainerInterfaces interfaces) {
    String form = asked.orElse(containerHasOwnForm() ? VENDOR : STANDARD);
    return switch (form) {
      case VENDOR -> vendor(interfaces);
      case STANDARD -> new StandardOutboundInterface();
      default ->
          throw new IllegalArgumentException(
              PARAMETER + " is \"" + form + "\"; allowed: " + VENDOR + ", " + STANDARD);
    };
  }

  private static OutboundInterface vendor(ContainerInterfaces interfaces) {
    if (!containerHasOwnForm()) {
      throw new IllegalArgumentException(
          PARAMETER
              + " is "
              + VENDOR
              + " but there is no "
              + VENDOR_CLASS
              + "; allowed: "
              + STANDARD);
    }
    return new VendorOutboundInterface(interfaces);
  }

  private static boolean containerHasOwnForm() {
    try {
      Class.forName(VENDOR_CLASS, false, OutboundInterfaces.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
