using FakeQemu;

// A QEMU that misbehaves: FakeQemu MODE [the arguments the runtime adds]. What each mode does is told by its name in Modes.
return await Modes.RunAsync(args[0], QmpPipes.Open(args));
