using Esms.Cli;

return await EsmsCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
