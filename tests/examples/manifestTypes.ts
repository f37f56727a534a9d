import type {IContainer} from "kubernetes-models/v1/Container";
import type {IPodSpec} from "kubernetes-models/v1/PodSpec";
import type {IPodTemplateSpec} from "kubernetes-models/v1/PodTemplateSpec";
import type {IServiceSpec} from "kubernetes-models/v1/ServiceSpec";

/*
 * What is no part of Kubernetes itself: the fields that the sketches use, after the reference of each project. A field
 * that is not listed is refused, so a misspelt one is found; what is inside of pods comes from Kubernetes' own types.
 */

interface Custom<Version extends string, Kind extends string, Spec> {
  apiVersion: Version;
  kind: Kind;
  metadata: {name: string; namespace?: string; labels?: Record<string, string>};
  spec: Spec;
}

/** https://ray-project.github.io/kuberay/reference/api/ */
export type RayJob = Custom<
  "ray.io/v1",
  "RayJob",
  {
    entrypoint: string;
    shutdownAfterJobFinishes?: boolean;
    ttlSecondsAfterFinished?: number;
    activeDeadlineSeconds?: number;
    backoffLimit?: number;
    runtimeEnvYAML?: string;
    rayClusterSpec: {
      rayVersion?: string;
      headGroupSpec: {rayStartParams: Record<string, string>; template: IPodTemplateSpec};
      workerGroupSpecs: {
        groupName: string;
        replicas?: number;
        minReplicas?: number;
        maxReplicas?: number;
        rayStartParams: Record<string, string>;
        template: IPodTemplateSpec;
      }[];
    };
  }
>;

/** https://kubernetes.dask.org/en/latest/operator_resources.html */
export type DaskCluster = Custom<
  "kubernetes.dask.org/v1",
  "DaskCluster",
  {worker: {replicas: number; spec: IPodSpec}; scheduler: {spec: IPodSpec; service: IServiceSpec}}
>;

interface SparkPod {
  cores: number;
  memory: string;
  serviceAccount?: string;
  instances?: number;
  env?: IContainer["env"];
}

/** https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md */
export type SparkApplication = Custom<
  "sparkoperator.k8s.io/v1beta2",
  "SparkApplication",
  {
    type: "Python";
    mode: "cluster";
    sparkVersion: string;
    image: string;
    mainApplicationFile: string;
    restartPolicy: {
      type: "Never" | "OnFailure" | "Always";
      onFailureRetries?: number;
      onFailureRetryInterval?: number;
    };
    driver: Omit<SparkPod, "instances">;
    executor: SparkPod;
  }
>;

/** https://cloud.google.com/run/docs/reference/yaml/v1 */
export type CloudRunJob = Custom<
  "run.googleapis.com/v1",
  "Job",
  {
    template: {
      spec: {
        taskCount: number;
        parallelism?: number;
        template: {
          spec: {
            maxRetries?: number;
            timeoutSeconds?: number;
            serviceAccountName?: string;
            containers: (Omit<IContainer, "name"> & {name?: string})[];
          };
        };
      };
    };
  }
>;

interface ArmResource<Type extends string, Properties> {
  type: Type;
  apiVersion: string;
  name: string;
  location?: string;
  copy?: {name: string; count: string};
  identity: {type: "SystemAssigned"} | {type: "UserAssigned"; userAssignedIdentities: Record<string, object>};
  properties: Properties;
}

interface ArmVariable {
  name: string;
  value: string;
}

/** https://learn.microsoft.com/en-us/azure/templates/microsoft.app/jobs */
type ContainerAppJob = ArmResource<
  "Microsoft.App/jobs",
  {
    environmentId: string;
    configuration: {
      triggerType: "Event" | "Manual" | "Schedule";
      replicaTimeout: number;
      replicaRetryLimit?: number;
      eventTriggerConfig?: {
        parallelism?: number;
        replicaCompletionCount?: number;
        scale: {
          minExecutions?: number;
          maxExecutions?: number;
          pollingInterval?: number;
          rules: {name: string; type: string; identity?: string; metadata: Record<string, string>}[];
        };
      };
    };
    template: {
      containers: {
        name: string;
        image: string;
        resources: {cpu: number; memory: string};
        env?: ArmVariable[];
      }[];
    };
  }
>;

/** https://learn.microsoft.com/en-us/azure/templates/microsoft.containerinstance/containergroups */
type ContainerGroup = ArmResource<
  "Microsoft.ContainerInstance/containerGroups",
  {
    osType: "Linux" | "Windows";
    restartPolicy: "Always" | "OnFailure" | "Never";
    containers: {
      name: string;
      properties: {
        image: string;
        resources: {requests: {cpu: number; memoryInGB: number}};
        environmentVariables?: ArmVariable[];
      };
    }[];
  }
>;

/** https://learn.microsoft.com/en-us/azure/templates/microsoft.batch/batchaccounts/pools */
type BatchPool = ArmResource<
  "Microsoft.Batch/batchAccounts/pools",
  {
    vmSize: string;
    taskSlotsPerNode?: number;
    deploymentConfiguration: {
      virtualMachineConfiguration: {
        imageReference: {publisher: string; offer: string; sku: string; version: string};
        nodeAgentSkuId: string;
        containerConfiguration: {
          type: "DockerCompatible";
          containerImageNames: string[];
          containerRegistries: {registryServer: string; identityReference: {resourceId: string}}[];
        };
      };
    };
    scaleSettings: {autoScale: {evaluationInterval: string; formula: string}};
  }
>;

interface HttpAction {
  type: "Http";
  runAfter: Record<string, string[]>;
  inputs: {
    method: "POST" | "GET";
    uri: string;
    body?: Record<string, string>;
    authentication?: {type: "ManagedServiceIdentity"; audience: string};
    retryPolicy?: {type: "exponential" | "fixed" | "none"; count: number; interval: string};
  };
}

/** https://learn.microsoft.com/en-us/azure/templates/microsoft.logic/workflows */
type LogicApp = ArmResource<
  "Microsoft.Logic/workflows",
  {
    state: "Enabled" | "Disabled";
    definition: {
      $schema: string;
      contentVersion: string;
      triggers: Record<string, {type: "Request"; kind: "Http"; inputs: {schema: object}}>;
      actions: Record<
        string,
        {
          type: "Foreach";
          foreach: string;
          runAfter: Record<string, string[]>;
          runtimeConfiguration?: {concurrency: {repetitions: number}};
          actions: Record<string, HttpAction>;
        }
      >;
      outputs: object;
    };
  }
>;

/** A template of Azure Resource Manager that holds one of the sketches' resources. */
export interface ArmTemplate {
  $schema: string;
  contentVersion: string;
  parameters: Record<string, {type: "string" | "int"; minValue?: number; maxValue?: number}>;
  resources: (ContainerAppJob | ContainerGroup | BatchPool | LogicApp)[];
}
