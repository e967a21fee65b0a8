// The rooms inside a package: which room a source stands in, and which imports break their order.
import { dirname, join, relative, resolve, sep } from 'node:path';

import { listSources, packageOf, readImports } from './imports.mjs';

/**
 * Every break of the order of a workspace's rooms, one message each: imports upward, folders without a place, circles
 * of folders inside a room, libraries outside the room that may import them.
 * @param root Folder of the checkout.
 * @param rule The workspace's row in architecture.mjs.
 */
export function findWrongRooms(root, workspace, { rooms = {}, doors = {} }) {
  const home = join(root, workspace, 'src');
  const order = Object.keys(rooms);
  const name = (file) => relative(home, file).split(sep).join('/');
  const imports = readImports(home).map((found) => ({ ...found, file: name(found.file) }));
  const inner = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ file, specifier }) => ({ file, specifier, target: name(resolve(home, dirname(file), specifier)) }));
  return [
    ...findHomeless(listSources(home).map(name), order),
    ...findEmptyRooms(listSources(home).map(name), order),
    ...findUpward(inner, order),
    ...findCircles(inner, order),
    ...findStrangers(imports, doors),
  ].map((message) => `${workspace}/src/${message}`);
}

/**
 * The room of a source: the longest entry of the order that is the file, its folder or a folder above it; `.` holds
 * what lies in `src` itself. Undefined where there is none.
 * @param file Relative to `src`: `vm/values/table.ts`. An import's `.js` stands for `.ts`.
 */
export function roomOf(file, order) {
  const path = file.replace(/\.js$/, '.ts');
  const holding = order.filter((room) => path === room || path.startsWith(`${room}/`));
  const nearest = holding.reduce((longest, room) => (room.length > longest.length ? room : longest), '');
  return nearest || (path.includes('/') || !order.includes('.') ? undefined : '.');
}

function findHomeless(files, order) {
  const homeless = files.filter((file) => roomOf(file, order) === undefined);
  return [...new Set(homeless.map((file) => dirname(file)))].map(
    (folder) => `${folder}: has no place in the order of the rooms; give it one in scripts/architecture.mjs`,
  );
}

function findEmptyRooms(files, order) {
  const lived = new Set(files.map((file) => roomOf(file, order)));
  return order
    .filter((room) => !lived.has(room))
    .map((room) => `${room}: is in the order of the rooms, but holds no file; take it out of scripts/architecture.mjs`);
}

function findUpward(imports, order) {
  return imports.flatMap(({ file, specifier, target }) => {
    const [from, to] = [roomOf(file, order), roomOf(target, order)];
    const isUpward = from !== undefined && to !== undefined && order.indexOf(to) < order.indexOf(from);
    return isUpward ? [`${file}: imports '${specifier}', upward from the room ${from} to ${to}`] : [];
  });
}

/** Circles of folders, each told once, by the folders it goes through. A file that is a room counts as a folder. */
function findCircles(imports, order) {
  const arrows = new Map();
  for (const { file, target } of imports) {
    const [from, to] = [folderOf(file, order), folderOf(target, order)];
    if (from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  }
  const reach = new Map([...arrows.keys()].map((folder) => [folder, findReachable(folder, arrows)]));
  const circles = [...reach.keys()].flatMap((folder) => {
    const others = [...reach.get(folder)].filter((other) => reach.get(other)?.has(folder));
    return others.length === 0 ? [] : [[...new Set([folder, ...others])].sort().join(' ⇄ ')];
  });
  return [...new Set(circles)].map((circle) => `${circle}: these folders import each other`);
}

function folderOf(file, order) {
  const path = file.replace(/\.js$/, '.ts');
  return order.includes(path) ? path : dirname(path);
}

function findReachable(start, arrows) {
  const reached = new Set();
  const open = [start];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const next = [...(arrows.get(folder) ?? [])].filter((other) => !reached.has(other));
    for (const other of next) reached.add(other);
    open.push(...next);
  }
  return reached;
}

function findStrangers(imports, doors) {
  return imports.flatMap(({ file, specifier, isType }) => {
    const open = doors[packageOf(specifier)];
    const isInside = open === undefined || open.some((door) => file === door || file.startsWith(`${door}/`));
    return isInside || isType ? [] : [`${file}: imports '${specifier}', which ${open.join(' and ')} alone may`];
  });
}
