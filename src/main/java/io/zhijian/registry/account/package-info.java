/** What is declared of public accounts, and how they live. */
@NamedInterface("account")
@NullMarked
package io.zhijian.registry.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
