/**
 * One thin servlet: what belongs to something that is under way is handed to that; everything else
 * to the {@link org.sipbond.sip.servlet.Reception}, which asks the core and begins it.
 */
@NullMarked
package org.sipbond.sip.servlet;

import org.jspecify.annotations.NullMarked;
