import type {LimitRef, MeterRef, Offer} from "./costOffer.ts";

const at = (service: string, limit: string): LimitRef => ({service, limit});

const egress: MeterRef = {part: "egress", by: "egress", service: "Network", sku: "internet egress, premium tier"};
const linuxOnly = "Cloud Run runs Linux containers only";

const perSecond = (service: string, skus: readonly [string, string], freeOf?: string): readonly MeterRef[] => [
  {part: "compute", by: "vcpu", service, sku: skus[0], ...(freeOf ? {freeOf: {service: freeOf}} : {})},
  {part: "memory", by: "memory", service, sku: skus[1], ...(freeOf ? {freeOf: {service: freeOf}} : {})}
];

const requestBased = "Cloud Run services, request-based";

const cloudRun = (service: string, more: Partial<Offer> = {}): Offer => ({
  service,
  provider: "google",
  life: "calls",
  size: {kind: "listed", service: "Cloud Run services"},
  meters: [
    ...perSecond(requestBased, ["CPU, active", "memory, active"]),
    {part: "requests", by: "call", service: requestBased, sku: "request"},
    egress
  ],
  runTime: at("Cloud Run services", "request timeout, maximum"),
  runTimeDefault: at("Cloud Run services", "request timeout, default"),
  payload: at("Cloud Run services", "payload, HTTP/1"),
  atOnce: [at("Cloud Run services", "instances per revision, default")],
  start: at("Cloud Run services", "cold start, web app, mean"),
  startBilled: true,
  linuxOnly,
  warm: {
    meters: perSecond(requestBased, ["CPU, idle minimum instance", "memory, idle minimum instance"]).map((meter) => ({
      ...meter,
      part: "idle" as const
    })),
    always: 0
  },
  notes: ["one request an instance at a time"],
  ...more
});

const vm = (service: string, priced: string, more: Partial<Offer> = {}): Offer => ({
  service,
  provider: "google",
  life: "pool",
  size: {kind: "machine", service: "Compute Engine on-demand", size: "e2-standard-4"},
  startBilled: true,
  ...more,
  meters: [{part: "compute", by: "instance", service: priced, sku: "e2-standard-4"}, ...(more.meters ?? []), egress],
  notes: ["whole machines, tasks side by side; disks are not counted", ...(more.notes ?? [])]
});

const onDemand = "Compute Engine on-demand";
const batch: Partial<Offer> = {
  runTime: at("Batch", "maximum run time"),
  atOnce: [at("Batch", "tasks in parallel per job")],
  fanOut: at("Batch", "tasks per task group"),
  notes: ["Batch itself costs nothing; the start of a machine is not established"]
};
const gkeFee: MeterRef = {part: "cluster", by: "cluster", service: "GKE", sku: "cluster management fee"};
const node = at("GKE", "node boot time, high end");

const autopilot = (service: string, priced: string, spot = false): Offer => ({
  service,
  provider: "google",
  life: "containers",
  size: {
    kind: "asked",
    vcpu: at("GKE", "Autopilot pod, general purpose, CPU, maximum"),
    memory: at("GKE", "Autopilot pod, general purpose, memory, maximum")
  },
  meters: [...perSecond(priced, ["pod CPU, general purpose", "pod memory, general purpose"]), gkeFee, egress],
  spot,
  start: node,
  startBilled: false,
  linuxOnly: "these prices are for Linux pods",
  notes: ["billed on what the pods request; a pod that waits for its node is taken as not billed"]
});

/** The offers of Google Cloud. */
export const googleOffers: readonly Offer[] = [
  cloudRun("cloud-run-request"),
  {
    ...cloudRun("cloud-run-instance"),
    life: "pool",
    meters: [...perSecond("Cloud Run services, instance-based", ["CPU", "memory"]), egress],
    warm: undefined,
    notes: ["instances stand as long as there is work, and are then taken away"]
  } as Offer,
  {
    service: "cloud-run-jobs",
    provider: "google",
    life: "containers",
    size: {kind: "listed", service: "Cloud Run jobs"},
    meters: [...perSecond("Cloud Run jobs", ["CPU", "memory"], "Cloud Run services, instance-based"), egress],
    runTime: at("Cloud Run jobs", "task timeout, maximum"),
    runTimeDefault: at("Cloud Run jobs", "task timeout, default"),
    fanOut: at("Cloud Run jobs", "tasks per job"),
    linuxOnly,
    notes: ["the region's quota decides how many run at once; start-up time is not established"]
  },
  cloudRun("cloud-run-functions", {
    runTime: at("Cloud Run functions", "maximum run time, HTTP"),
    payload: at("Cloud Run functions", "request size"),
    atOnce: [at("Cloud Run functions", "instances, default")],
    notes: ["one request an instance at a time; building at each deployment is not counted"]
  }),
  {
    service: "dataflow-batch",
    provider: "google",
    life: "pool",
    size: {kind: "asked"},
    meters: [...perSecond("Dataflow", ["batch worker CPU", "batch worker memory"]), egress],
    start: at("Dataflow", "start and stop of a batch job"),
    startBilled: true,
    linuxOnly: "Dataflow workers run Linux only",
    notes: ["CPU and memory of workers only, no shuffle and no disk; autoscaling is taken as immediate"]
  },
  vm("google-batch", onDemand, batch),
  vm("google-batch-spot", "Compute Engine spot", {...batch, spot: true}),
  vm("gce-e2-standard-4", onDemand),
  vm("gke-standard", onDemand, {meters: [gkeFee], start: node}),
  autopilot("gke-autopilot", "GKE Autopilot"),
  autopilot("gke-autopilot-spot", "GKE Autopilot Spot", true),
  {
    service: "workflows",
    provider: "google",
    life: "steps",
    size: {kind: "none"},
    meters: [
      {part: "steps", by: "outer", service: "Workflows", sku: "external step"},
      {part: "steps", by: "inner", service: "Workflows", sku: "internal step"}
    ],
    runTime: at("Workflows", "maximum run time"),
    payload: at("Workflows", "memory of variables"),
    atOnce: [at("Workflows", "concurrent branches or iterations")],
    notes: ["steps only, one external step a task: the service that does the work is billed apart"]
  },
  {
    service: "dataproc-serverless",
    provider: "google",
    life: "pool",
    size: {kind: "asked"},
    meters: [{part: "compute", by: "dcu", service: "Dataproc Serverless", sku: "standard compute"}, egress],
    linuxOnly: "Dataproc Serverless runs Linux only",
    notes: ["the driver, the least number of compute units and shuffle storage are not counted"]
  }
];
