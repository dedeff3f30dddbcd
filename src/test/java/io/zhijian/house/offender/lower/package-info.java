@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.zhijian.house.offender.lower;
