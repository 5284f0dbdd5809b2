using Esms.Cli;

return await EsmsProgram.RunAsync(args).ConfigureAwait(false);
