using Esms;
using Microsoft.Extensions.Configuration;

// The keys, which belong in no file of the project:
//   dotnet user-secrets set Esms:ApiKey <key>        or ESMS__APIKEY in the environment
//   dotnet user-secrets set Esms:SecretKey <key>     or ESMS__SECRETKEY
var settings = new ConfigurationBuilder().AddUserSecrets<Program>().AddEnvironmentVariables().Build();
var options = settings.GetSection("Esms").Get<EsmsOptions>() ?? new EsmsOptions();
if (args is not [var smsId] || options.ApiKey is "" || options.SecretKey is "")
{
    Console.Error.WriteLine("usage: EsmsApp <message id>, with the keys as Program.cs says");
    return 2;
}

using var esms = new EsmsClient(options);
try
{
    var status = await esms.Messages.GetSendStatusAsync(smsId);
    Console.WriteLine($"{status.SendStatus}: {status.SendSuccess} delivered, {status.SendFailed} failed, {status.TotalPrice} đồng");
    return 0;
}
catch (EsmsApiException refusal)
{
    Console.Error.WriteLine(refusal.Message); // Its Code tells a program why.
}
catch (EsmsException failure)
{
    Console.Error.WriteLine($"No usable answer came: {failure.Message}");
}
return 1;
