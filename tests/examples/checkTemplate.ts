import {loadAwsServiceSpecSync} from "@aws-cdk/aws-service-spec";

type Json = unknown;
type Fields = Readonly<Record<string, Json>>;
type Specification = ReturnType<typeof loadAwsServiceSpecSync>;
type Resource = ReturnType<Specification["all"]>[number] & {readonly properties: Fields};
interface Property {
  readonly type: PropertyType;
  readonly required?: boolean;
}
interface PropertyType {
  readonly type: string;
  readonly element?: PropertyType;
  readonly reference?: {readonly $ref: string};
  readonly types?: readonly PropertyType[];
}

const specification = loadAwsServiceSpecSync();
const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const functions = /^(Ref|Fn::\w+)$/;
const isFunction = (value: Json) => isFields(value) && functions.test(Object.keys(value)[0] ?? "");
const pseudo = /^AWS::(AccountId|Region|StackName|StackId|Partition|URLSuffix|NoValue)$/;

/** What does not fit a type of the resource specification, each with its path. */
function checkValue(value: Json, type: PropertyType, path: string): string[] {
  if (isFunction(value)) return [];
  switch (type.type) {
    case "string":
    case "date-time":
      return typeof value === "string" ? [] : [`${path}: expected a string, got ${JSON.stringify(value)}`];
    case "integer":
    case "number":
      return typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))
        ? []
        : [`${path}: expected a number, got ${JSON.stringify(value)}`];
    case "boolean":
      return typeof value === "boolean" ? [] : [`${path}: expected true or false, got ${JSON.stringify(value)}`];
    case "array":
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkValue(item, type.element!, `${path}[${index}]`))
        : [`${path}: expected a list`];
    case "map":
      return isFields(value)
        ? Object.entries(value).flatMap(([key, item]) => checkValue(item, type.element!, `${path}.${key}`))
        : [`${path}: expected a mapping`];
    case "ref": {
      const definition = specification.get("typeDefinition", type.reference!.$ref) as {readonly properties: Fields};
      return checkFields(value, definition.properties as Readonly<Record<string, Property>>, path);
    }
    case "union": {
      const found = type.types!.map((one) => checkValue(value, one, path));
      return found.some((errors) => errors.length === 0) ? [] : (found[0] as string[]);
    }
    default:
      return [];
  }
}

/** Unknown properties, required ones that are missing, and values of the wrong type. */
function checkFields(value: Json, properties: Readonly<Record<string, Property>>, path: string): string[] {
  if (!isFields(value)) return [`${path}: expected a mapping`];
  const unknown = Object.keys(value).filter((name) => !(name in properties));
  const missing = Object.entries(properties).filter(([name, {required}]) => required && !(name in value));
  return [
    ...unknown.map((name) => `${path}: there is no property ${name}`),
    ...missing.map(([name]) => `${path}: ${name} is required`),
    ...Object.entries(value).flatMap(([name, item]) =>
      properties[name] ? checkValue(item, properties[name].type, `${path}.${name}`) : []
    )
  ];
}

/** Every name that a function of the template refers to. */
function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isFields(value)) return [];
  if (typeof value.Ref === "string") return [value.Ref];
  if (Array.isArray(value["Fn::GetAtt"])) return [String(value["Fn::GetAtt"][0])];
  if (typeof value["Fn::Sub"] === "string")
    return [...value["Fn::Sub"].matchAll(/\$\{([^}]+)\}/g)].map(([, name]) =>
      pseudo.test(name as string) ? (name as string) : (name as string).split(".")[0]!
    );
  return Object.values(value).flatMap(references);
}

/** What is wrong with a CloudFormation template, by the resource specification that AWS publishes; nothing when it fits. */
export function checkTemplate({Resources, Parameters = {}, Outputs = {}}: Fields): string[] {
  const resources = (Resources ?? {}) as Readonly<Record<string, {readonly Type: string; readonly Properties?: Json}>>;
  const known = new Set([...Object.keys(resources), ...Object.keys(Parameters as Fields)]);
  const dangling = references([resources, Outputs]).filter((name) => !known.has(name) && !pseudo.test(name));
  const used = new Set(references([resources, Outputs]));
  const unused = Object.keys(Parameters as Fields).filter((name) => !used.has(name));
  return [
    ...dangling.map((name) => `there is no resource or parameter ${name}`),
    ...unused.map((name) => `parameter ${name} is used nowhere`),
    ...Object.entries(resources).flatMap(([name, {Type, Properties}]) => {
      const [found] = specification.lookup("resource", "cloudFormationType", "equals", Type) as unknown as Resource[];
      return found
        ? checkFields(Properties ?? {}, found.properties as Readonly<Record<string, Property>>, name)
        : [`${name}: there is no resource type ${Type}`];
    })
  ];
}
