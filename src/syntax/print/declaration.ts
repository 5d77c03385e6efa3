import type { Declaration } from "../tree.js";
import type { Doc } from "./doc.js";
import { material } from "./material.js";
import { businessLine, costs, expectation, metric } from "./metric.js";
import { groups, measure, tagModel, value } from "./model.js";
import { benefit, channel, goal } from "./offer.js";
import { policy } from "./policy.js";
import {
  event,
  lifecycle,
  mapTable,
  operatingPoint,
  processBlock,
  project,
  tagFact,
  tagStrategy,
  user,
} from "./schema.js";
import { strategy, strategySet } from "./strategy.js";
import { unprintable } from "./unprintable.js";

export function declaration(node: Declaration): Doc {
  switch (node.is) {
    case "project":
      return project(node);
    case "user":
      return user(node);
    case "event":
      return event(node);
    case "tagFact":
      return tagFact(node);
    case "tagModel":
      return tagModel(node);
    case "tagStrategy":
      return tagStrategy(node);
    case "map":
      return mapTable(node);
    case "process":
      return processBlock(node);
    case "lifecycle":
      return lifecycle(node);
    case "measure":
      return measure(node);
    case "value":
      return value(node);
    case "groups":
      return groups(node);
    case "metric":
      return metric(node);
    case "line":
      return businessLine(node);
    case "expect":
      return expectation(node);
    case "cost":
      return costs(node);
    case "channel":
      return channel(node);
    case "benefit":
      return benefit(node);
    case "material":
      return material(node);
    case "goal":
      return goal(node);
    case "operatingPoint":
      return operatingPoint(node);
    case "policy":
      return policy(node);
    case "set":
      return strategySet(node);
    case "strategy":
      return strategy(node);
    case "notYet":
      return unprintable(node);
  }
}
