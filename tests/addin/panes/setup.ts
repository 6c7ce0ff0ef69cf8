// What jsdom lacks and Fluent UI asks for.
export {};
