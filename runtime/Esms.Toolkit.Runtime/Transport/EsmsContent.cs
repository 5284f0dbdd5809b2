using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Esms.Runtime;

/// <summary>Writes the body of a request as JSON.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="request">What the caller gave.</param>
/// <param name="context">The keys, and the id of the send.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void EsmsWriteJson<in TRequest>(Utf8JsonWriter writer, TRequest request, EsmsCall context);

/// <summary>Writes the body of a request as a form.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <param name="form">The form.</param>
/// <param name="request">What the caller gave.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void EsmsWriteForm<in TRequest>(ref EsmsParameters form, TRequest request);

/// <summary>Writes the body of a request as XML.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="request">What the caller gave.</param>
/// <param name="context">The keys, and the id of the send.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void EsmsWriteXml<in TRequest>(XmlWriter writer, TRequest request, EsmsCall context);

/// <summary>Makes the bodies of requests. Called by generated code; what is not called is not linked into a native app.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsContent
{
    /// <summary>A JSON body.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <param name="contentType">What the body calls itself.</param>
    /// <param name="request">What the caller gave.</param>
    /// <param name="context">The keys, and the id of the send.</param>
    /// <param name="write">Writes the body.</param>
    /// <returns>The body.</returns>
    public static HttpContent Json<TRequest>(string contentType, TRequest request, EsmsCall context, EsmsWriteJson<TRequest> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var scratch = JsonScratch.Take();
        write(scratch.Writer, request, context);
        var (buffer, length) = scratch.Finish();
        return new JsonBody(buffer, length, contentType);
    }

    /// <summary>A form.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <param name="request">What the caller gave.</param>
    /// <param name="context">The keys, and the id of the send.</param>
    /// <param name="write">Writes the body.</param>
    /// <returns>The body.</returns>
    public static HttpContent Form<TRequest>(TRequest request, EsmsCall context, EsmsWriteForm<TRequest> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var form = EsmsParameters.ForForm(context);
        write(ref form, request);
        return Of(Encoding.UTF8.GetBytes(form.ToText()), "application/x-www-form-urlencoded; charset=utf-8");
    }

    /// <summary>An XML body, which this service wants to call itself plain text.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <param name="root">The name of the outermost element.</param>
    /// <param name="request">What the caller gave.</param>
    /// <param name="context">The keys, and the id of the send.</param>
    /// <param name="write">Writes what is inside the outermost element.</param>
    /// <returns>The body.</returns>
    public static HttpContent Xml<TRequest>(string root, TRequest request, EsmsCall context, EsmsWriteXml<TRequest> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, EsmsXml.Settings))
        {
            writer.WriteStartElement(root);
            write(writer, request, context);
        }
        return Of(buffer.ToArray(), "text/plain; charset=utf-8");
    }

    private static BytesBody Of(byte[] body, string contentType)
    {
        var content = new BytesBody(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }
}
