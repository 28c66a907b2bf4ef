
/** The kinds of objects that have a member for each element of some name or id. */
const WITH_NAMES = new Set(["Document", "HTMLDocument", "XMLDocument", "HTMLFormElement", "Window"]);

/**
 * `object`, with the members of its kind and no others.
 *
 * An element of the page takes the place of a member of the document, of a form or of the window
 * that is called like its `name` or `id`: `<img name=createElement>` (HTML Standard, 3.1.5,
 * 4.10.3 and 7.2.2.3, "named properties"). The kind is told by a symbol: no element is called so.
 */
function ownMembers(object) {
    if (!WITH_NAMES.has(object?.[Symbol.toStringTag])) return object;
    // The members of a window are its own, before any names; those of EventTarget come after them.
    const kind = object === window ? EventTarget.prototype : Object.getPrototypeOf(object);
    // What is no member of the kind is what a library has put on the object, as Yew on its forms.
    const placeOf = (name) => (name in kind && !(object === window && Object.hasOwn(object, name)) ? kind : object);
    return new Proxy({}, {
        get(_, name) {
            const value = Reflect.get(placeOf(name), name, object);
            return typeof value === "function" ? value.bind(object) : value;
        },
        set: (_, name, value) => Reflect.set(placeOf(name), name, value, object),
    });
}
