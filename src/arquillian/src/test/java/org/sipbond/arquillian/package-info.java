@NullMarked
package org.sipbond.arquillian;

import org.jspecify.annotations.NullMarked;
