using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;
using Xunit;

namespace ZStackGen.OpenApi.Tests;

/// <summary>A client that NSwag generates from a document, compiled and loaded.</summary>
internal sealed class NSwagClient
{
    private readonly object _client;

    private NSwagClient(object client) => _client = client;

    /// <summary>Generates and compiles the client. Fails on any compiler error.</summary>
    public static async Task<Assembly> CompileAsync(string document)
    {
        NSwag.OpenApiDocument read = await NSwag.OpenApiDocument.FromJsonAsync(document, TestContext.Current.CancellationToken);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "ZStackApi",
            CSharpGeneratorSettings = { Namespace = "FromOpenApi", JsonLibrary = CSharpJsonLibrary.SystemTextJson },
        };
        string code = new CSharpClientGenerator(read, settings).GenerateFile();
        CSharpCompilation compilation = CSharpCompilation.Create(
            "FromOpenApi",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            RunningFramework.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        ImmutableArray<Diagnostic> diagnostics = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Diagnostics;
        Assert.Empty(diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5));
        stream.Position = 0;
        return new AssemblyLoadContext("FromOpenApi", isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>Creates a client.</summary>
    public static NSwagClient Create(Assembly assembly, HttpClient http, Uri server)
    {
        object client = Activator.CreateInstance(assembly.GetType("FromOpenApi.ZStackApi")!, http)!;
        client.GetType().GetProperty("BaseUrl")!.SetValue(client, server.ToString());
        return new NSwagClient(client);
    }

    /// <summary>Returns the name of a generated type in the client's assembly.</summary>
    public object New(string type, params (string Property, object Value)[] values)
    {
        object made = Activator.CreateInstance(_client.GetType().Assembly.GetType("FromOpenApi." + type)!)!;
        foreach ((string property, object value) in values)
            made.GetType().GetProperty(property)!.SetValue(made, value);
        return made;
    }

    /// <summary>Calls an operation with arguments by name. Other arguments are omitted.</summary>
    public async Task<object?> CallAsync(string operation, params (string Name, object Value)[] arguments)
    {
        MethodInfo method = _client.GetType().GetMethods().Single(method => method.Name == operation + "Async" && method.GetParameters().All(static parameter => parameter.Name != "cancellationToken"));
        object?[] values = [.. method.GetParameters().Select(parameter => arguments.FirstOrDefault(argument => argument.Name == parameter.Name).Value ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null))];
        var task = (Task)method.Invoke(_client, values)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}
