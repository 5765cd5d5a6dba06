@NullMarked
package org.sipbond.management.socket;

import org.jspecify.annotations.NullMarked;
