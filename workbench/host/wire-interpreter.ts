// Runs the batches of Microsoft's client library against wire objects. Knows nothing of Excel: which members exist, and
// what they do, is said in members/*.ts. Whatever they lack fails by name, so that the to-do list writes itself.
import { HostError, notImplemented } from './host-error.ts';
import type {
  ActionInfo,
  ActionResult,
  ArgumentInfo,
  ObjectPathInfo,
  RequestBody,
  ResponseBody,
} from './wire-messages.ts';
import { ACTION, clientName, PATH } from './wire-messages.ts';
import type { WireObject } from './wire-object.ts';
import { Args, asRecord, found, isWireObject } from './wire-object.ts';
import { answerQuery, loadKeys, retrieveKeys } from './wire-query.ts';

export interface WireRoot {
  readonly root: WireObject;
  /** Objects that client code makes by type name instead of reaching them from the root. */
  readonly newObject: (typeName: string) => WireObject | undefined;
}

export class WireInterpreter {
  readonly #source: WireRoot;
  readonly #kept = new Map<string, WireObject>();
  readonly #referenceIds = new WeakMap<WireObject, string>();
  #references = 0;
  /** How often each missing member was asked for. */
  readonly missing = new Map<string, number>();

  constructor(source: WireRoot) {
    this.#source = source;
  }

  run(body: RequestBody): ResponseBody {
    return new Batch(this, this.#source, body).run();
  }

  referenceOf(object: WireObject): string {
    const known = this.#referenceIds.get(object) ?? `ref:${++this.#references}`;
    this.#referenceIds.set(object, known);
    return known;
  }

  keep(object: WireObject): void {
    this.#kept.set(this.referenceOf(object), object);
  }

  release(reference: string): void {
    this.#kept.delete(reference);
  }

  byReference(reference: string): WireObject {
    const object = this.#kept.get(reference);
    if (!object) throw new HostError('InvalidReference');
    return object;
  }

  /** Objects the client holds on to from one batch to the next. */
  kept(): Iterable<WireObject> {
    return this.#kept.values();
  }

  miss(className: string, member: string): HostError {
    const place = `${className}.${member}`;
    this.missing.set(place, (this.missing.get(place) ?? 0) + 1);
    return notImplemented(className, member);
  }
}

class Batch {
  readonly #interpreter: WireInterpreter;
  readonly #source: WireRoot;
  readonly #body: RequestBody;
  /** Each path is walked once in a batch: a method path must not add its worksheet twice. */
  readonly #objects = new Map<number, WireObject | null>();
  #place = '';

  constructor(interpreter: WireInterpreter, source: WireRoot, body: RequestBody) {
    this.#interpreter = interpreter;
    this.#source = source;
    this.#body = body;
  }

  run(): ResponseBody {
    const results: ActionResult[] = [];
    for (const [index, action] of this.#body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.#act(action) ?? null });
      } catch (error) {
        return { Results: results, Error: this.#describe(error, index) };
      }
    }
    return { Results: results };
  }

  #describe(error: unknown, index: number): NonNullable<ResponseBody['Error']> {
    const told = error instanceof HostError ? error : new HostError('GeneralException', '', String(error));
    return {
      Code: told.code,
      Message: told.message,
      Location: told.location || this.#place,
      ActionIndex: index,
      HttpStatusCode: told.code === 'ItemNotFound' ? 404 : 400,
    };
  }

  #act(action: ActionInfo): unknown {
    if (action.ActionType === ACTION.trace) return action.Id;
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.#identity(object);
      case ACTION.query:
      case ACTION.queryAsJson:
        return object && this.#query(object, action);
      case ACTION.call:
        return object && this.#callAction(object, action);
      case ACTION.setProperty:
        return this.#set(found(object), clientName(action.Name), this.#arguments(action.ArgumentInfo)[0]);
      case ACTION.update:
        return this.#update(found(object), asRecord(action.ObjectState));
      default:
        throw this.#interpreter.miss(object?.className ?? 'ClientObject', `action ${action.ActionType}`);
    }
  }

  #identity(object: WireObject): Record<string, string> {
    const reference: Record<string, string> = object.isTracked
      ? { _ReferenceId: this.#interpreter.referenceOf(object) }
      : {};
    return { ...object.identity(), ...reference };
  }

  #query(object: WireObject, { ActionType, QueryInfo = {} }: ActionInfo): Record<string, unknown> {
    const keys = ActionType === ACTION.query ? loadKeys : retrieveKeys;
    this.#place = `${object.className}.load`;
    return answerQuery(object, QueryInfo, { ...keys, referenceOf: (each) => this.#interpreter.referenceOf(each) });
  }

  #callAction(object: WireObject, action: ActionInfo): unknown {
    if (action.Name === '_KeepReference') return this.#interpreter.keep(object);
    const values = this.#arguments(action.ArgumentInfo);
    if (action.Name === '_RemoveReference') return this.#interpreter.release(String(values[0]));
    const result = this.#call(object, clientName(action.Name), values);
    return isWireObject(result) ? this.#identity(result) : result;
  }

  #call(object: WireObject, name: string, values: readonly unknown[]): unknown {
    this.#place = `${object.className}.${name}`;
    if (object.memberKind(name) !== 'method') throw this.#interpreter.miss(object.className, name);
    return object.call(name, new Args(values));
  }

  #set(object: WireObject, name: string, value: unknown): void {
    this.#place = `${object.className}.${name}`;
    if (object.memberKind(name) !== 'property') throw this.#interpreter.miss(object.className, name);
    if (!object.write(name, value)) throw new HostError('InvalidOperation');
  }

  /** `object.update({...})`: scalars are set, records go on into the objects behind them. */
  #update(object: WireObject, state: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(state)) {
      if (object.memberKind(name) === 'link') this.#update(found(object.follow(name)), asRecord(value));
      else this.#set(object, name, value);
    }
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.#argument(value, ids[index]));
  }

  /** Proxies arrive as the number of their path, flagged in the parallel list; in plain objects as `_ObjectPathId`. */
  #argument(value: unknown, id: unknown): unknown {
    if (typeof id === 'number' && id !== 0) return this.#object(id) ?? undefined;
    if (Array.isArray(id) && Array.isArray(value)) {
      const ids: readonly unknown[] = id;
      return value.map((item, index) => this.#argument(item, ids[index]));
    }
    const isProxy = typeof value === 'object' && value !== null && '_ObjectPathId' in value;
    return isProxy ? (this.#object(Number(value._ObjectPathId)) ?? undefined) : value;
  }

  #object(id: number): WireObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths[id];
    if (!path) throw new HostError('InvalidRequest');
    const object = this.#walk(path);
    this.#objects.set(id, object);
    return object;
  }

  /** @returns null for a null object; whatever hangs on a null object is null as well */
  #walk(path: ObjectPathInfo): WireObject | null {
    if (path.ObjectPathType === PATH.root) return this.#source.root;
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) return this.#interpreter.byReference(path.Name);
    if (path.ObjectPathType === PATH.newObject) return this.#make(path.Name);
    const parent = this.#object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const name = clientName(path.Name);
    if (path.ObjectPathType === PATH.property) return this.#follow(parent, name);
    const values = this.#arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) return this.#index(parent, values);
    const result = this.#call(parent, name, values);
    return isWireObject(result) ? result : null;
  }

  #make(typeName: string): WireObject {
    const object = this.#source.newObject(typeName);
    if (!object) throw this.#interpreter.miss('new', typeName);
    return object;
  }

  #follow(parent: WireObject, name: string): WireObject | null {
    this.#place = `${parent.className}.${name}`;
    if (parent.memberKind(name) !== 'link') throw this.#interpreter.miss(parent.className, name);
    return parent.follow(name);
  }

  #index(parent: WireObject, [key]: readonly unknown[]): WireObject {
    this.#place = `${parent.className}.getItem`;
    const item = parent.item(String(key));
    if (item === undefined) throw this.#interpreter.miss(parent.className, 'getItem');
    return found(item);
  }
}
