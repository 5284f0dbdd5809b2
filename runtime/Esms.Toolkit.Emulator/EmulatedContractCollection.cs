using System.Collections;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>The operations that the emulator serves, with their fields.</summary>
public sealed class EmulatedContractCollection : IReadOnlyCollection<EmulatedContract>
{
    private readonly List<EmulatedContract> _contracts;

    internal EmulatedContractCollection(ContractLibrary library) => _contracts = [.. library.Endpoints.Select(ContractOf)];

    /// <inheritdoc/>
    public int Count => _contracts.Count;

    /// <inheritdoc/>
    public IEnumerator<EmulatedContract> GetEnumerator() => _contracts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static EmulatedContract ContractOf(EndpointModel endpoint) =>
        new(
            endpoint.Operation,
            endpoint.Client,
            endpoint.Summary,
            endpoint.Docs,
            endpoint.Route.Method,
            endpoint.Route.Path,
            endpoint.Body.Kind.ToString(),
            endpoint.Body.XmlRoot,
            [.. endpoint.Request.Select(FieldOf)],
            [.. endpoint.Response.Select(FieldOf)],
            [.. endpoint.Samples.Select(static sample => new EmulatedSample(sample.Name, sample.Request, sample.Response))]
        );

    private static EmulatedField FieldOf(Field field) =>
        new(
            field.Wire,
            field.Name,
            field.Type.Name ?? field.Type.Kind.ToString(),
            field.Type.Kind.ToString(),
            field.Type.IsList,
            field.AsText,
            field.Role is FieldRole.ApiKey or FieldRole.SecretKey,
            field.IsRequiredFromCaller,
            field.Fixed?.Json,
            field.Bounds.MaxLength,
            field.Summary
        );
}

/// <summary>An operation of the service.</summary>
/// <param name="Operation">Its name, such as SendCustomerCare.</param>
/// <param name="Group">The group of the client, such as Sms.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Docs">The page of the documentation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; fields in braces.</param>
/// <param name="Body">How its fields travel: None (all fields are in the address), Json, JsonAsText, Form or Xml.</param>
/// <param name="XmlRoot">The outermost element; null unless the body is XML.</param>
/// <param name="Request">The fields of the request.</param>
/// <param name="Response">The members of the answer.</param>
/// <param name="Samples">The published exchanges.</param>
public sealed record EmulatedContract(
    string Operation,
    string Group,
    string Summary,
    string Docs,
    string Method,
    string Path,
    string Body,
    string? XmlRoot,
    IReadOnlyList<EmulatedField> Request,
    IReadOnlyList<EmulatedField> Response,
    IReadOnlyList<EmulatedSample> Samples
);

/// <summary>A field of an operation.</summary>
/// <param name="Wire">The name on the wire.</param>
/// <param name="Name">The C# name; empty where it has none.</param>
/// <param name="Type">The type.</param>
/// <param name="Kind">The kind of type: Text, Enum, Object, Map and so on.</param>
/// <param name="IsList">Whether there are many values.</param>
/// <param name="AsText">Whether a number goes out in quotes.</param>
/// <param name="IsKey">Whether it is a key of the account.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Fixed">The one value it has, as JSON; null when it may differ.</param>
/// <param name="MaxLength">How many characters it may have; null without a limit.</param>
/// <param name="Summary">What it means.</param>
public sealed record EmulatedField(
    string Wire,
    string Name,
    string Type,
    string Kind,
    bool IsList,
    bool AsText,
    bool IsKey,
    bool IsRequired,
    string? Fixed,
    int? MaxLength,
    string Summary
);

/// <summary>A published exchange.</summary>
/// <param name="Name">Its name; AnswerNext takes it.</param>
/// <param name="Request">The request as JSON, without keys; null when none is published.</param>
/// <param name="Response">The answer as JSON.</param>
public sealed record EmulatedSample(string Name, string? Request, string Response);
