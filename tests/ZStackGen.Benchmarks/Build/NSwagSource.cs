using System;
using System.IO;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace ZStackGen.Benchmarks.Build;

/// <summary>The client that NSwag generates from pages: pages -> <c>zstackgen openapi</c> -> NSwag with System.Text.Json.</summary>
internal static class NSwagSource
{
    /// <summary>Returns the OpenAPI document of pages.</summary>
    /// <param name="pages">The folder of the pages.</param>
    /// <param name="folder">A folder for the document.</param>
    /// <param name="edit">Changes the text of the document.</param>
    public static OpenApiDocument Document(string pages, string folder, Func<string, string>? edit = null)
    {
        string document = Path.Combine(folder, "zstack.json");
        ChildProcess.Run(folder, ChildProcess.DotNet, [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), "openapi", pages, "--openapi-version", "3.0", "-o", document]);
        string text = File.ReadAllText(document);
        return OpenApiDocument.FromJsonAsync(edit is null ? text : edit(text)).GetAwaiter().GetResult();
    }

    /// <summary>Returns the C# of the client <c>FromOpenApi.ZStackApi</c>.</summary>
    /// <param name="document">The OpenAPI document.</param>
    /// <param name="hasInterface">Whether to also generate the client's interface.</param>
    /// <param name="hasNullableValues">Whether optional members of value types are nullable, so that they can be left out of a request.</param>
    public static string Of(OpenApiDocument document, bool hasInterface = false, bool hasNullableValues = false)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "ZStackApi",
            GenerateClientInterfaces = hasInterface,
            CSharpGeneratorSettings = { Namespace = "FromOpenApi", JsonLibrary = CSharpJsonLibrary.SystemTextJson, GenerateOptionalPropertiesAsNullable = hasNullableValues },
        };
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }
}
