using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>Runs <c>User.Run(string)</c> of a project's own code, compiled together with the generated code.</summary>
internal static class UserProgram
{
    public static string Run(Compilation compilation, string argument)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(nameof(UserProgram), isCollectible: true);
        try
        {
            // As in an application: converters are found by the names of their types.
            using AssemblyLoadContext.ContextualReflectionScope scope = context.EnterContextualReflection();
            MethodInfo run = context.LoadFromStream(image).GetType("User", throwOnError: true)!.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic)!;
            return (string)run.Invoke(null, [argument])!;
        }
        finally
        {
            context.Unload();
        }
    }
}
