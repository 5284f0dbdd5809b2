using Esms.Toolkit.Fuzz.Runs;

// Each verb is a run in Runs/; what it needs is in a folder of its own.
if (args is not ["contracts" or "names" or "leaks" or "answers" or "schema", .. var words] || words.Length % 2 != 0)
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/Esms.Toolkit.Fuzz -- contracts|names|leaks|answers|schema [--seed 1] [--first 0] [--count 200000]"
    );
    return 2;
}

var options = new RunOptions(words);
return args[0] switch
{
    "answers" => AnswersRun.Start(options),
    "contracts" => ContractsRun.StartMutants(options),
    "leaks" => LeaksRun.Start(options),
    "names" => ContractsRun.StartNames(options),
    _ => SchemaRun.Start(options),
};
