using Esms.Emulator;

return await EmulatorProgram.RunAsync(args);
