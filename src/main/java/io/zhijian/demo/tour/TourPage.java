package io.zhijian.demo.tour;

import java.time.LocalDate;

/** The first page of the tour: its steps and what day it is in the demo. */
public record TourPage(Tour tour, LocalDate today) {}
