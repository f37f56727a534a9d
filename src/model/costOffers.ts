import type {Offer} from "./costOffer.ts";
import {awsEgress, awsOffers} from "./costOffersAws.ts";
import {azureOffers} from "./costOffersAzure.ts";
import {googleOffers} from "./costOffersGoogle.ts";

const modal = (limit: string) => ({service: "Modal", limit});

const otherOffers: readonly Offer[] = [
  {
    service: "kubernetes-own",
    provider: "kubernetes",
    life: "pool",
    size: {kind: "own"},
    meters: [],
    atOnce: [
      {service: "Kubernetes", limit: "Indexed Job, parallelism"},
      {service: "Kubernetes", limit: "pods per cluster"}
    ],
    notes: ["as many machines like yours as the tasks at once need, each with power and purchase; no fee"]
  },
  {
    service: "modal",
    provider: "modal",
    life: "pool",
    size: {
      kind: "asked",
      vcpu: modal("CPU per container, maximum"),
      memory: modal("memory per container, maximum"),
      coreVcpu: 2
    },
    meters: [
      {part: "compute", by: "vcpu", service: "Modal Functions", sku: "CPU"},
      {part: "memory", by: "memory", service: "Modal Functions", sku: "memory"},
      {part: "egress", by: "egress", service: "Modal network", sku: "internet egress"}
    ],
    runTime: modal("run time, maximum"),
    runTimeDefault: modal("run time, default"),
    atOnce: [modal("containers, Starter plan"), modal("containers per Function")],
    start: modal("container start, vendor statement"),
    startBilled: true,
    credit: {of: "all", ref: {service: "Modal Functions", sku: "CPU"}},
    linuxOnly: "Modal runs Linux only",
    notes: ["a core is two vCPUs; the idle tail of a container, a setting, is not counted"]
  },
  {
    service: "coiled",
    provider: "coiled",
    life: "pool",
    size: {kind: "machine", service: "EC2 on-demand", size: "c7i.xlarge"},
    meters: [
      {part: "compute", by: "instance", service: "EC2 on-demand", sku: "c7i.xlarge", provider: "aws"},
      {part: "usage", by: "instanceVcpu", service: "Coiled", sku: "usage"},
      awsEgress
    ],
    credit: {of: "usage", ref: {service: "Coiled", sku: "plan Free"}},
    linuxOnly: "these prices are for Linux machines",
    notes: ["your own cloud bill and Coiled's; the plan without a fee; the scheduler is not counted"]
  },
  {
    service: "own-machine",
    provider: "any",
    life: "pool",
    size: {kind: "own"},
    meters: [],
    notes: ["power, and the share of the purchase for the time in use; whoever has the machine anyway pays the power"]
  }
];

/** Every priced offer, as `data/cloud_offers.csv` names them. */
export const costOffers: readonly Offer[] = [...awsOffers, ...googleOffers, ...azureOffers, ...otherOffers];
