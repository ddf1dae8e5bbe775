using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Text of a page enters C# only as an identifier, a literal or XML text: no method of the writer takes a string, and no emitter bypasses the writer.</summary>
public sealed class CodeSafetyTests
{
    /// <summary>The four functions that convert text to C#. Each checks or escapes it. A fifth one must do the same before it is listed here.</summary>
    private static readonly Type[] s_textTypes = [typeof(Identifier), typeof(Literal), typeof(XmlText), typeof(XmlCode)];

    [Fact]
    public void Only_checked_or_escaped_text_is_a_part_of_code()
    {
        IEnumerable<Type> parts = typeof(ICodePart).Assembly.GetTypes().Where(type => typeof(ICodePart).IsAssignableFrom(type) && !type.IsInterface);
        Assert.Equal([.. s_textTypes.Append(typeof(Code)).Select(type => type.Name).Order(StringComparer.Ordinal)], parts.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(SourceWriter))]
    [InlineData(typeof(SourceWriter.Interpolation))]
    [InlineData(typeof(Code))]
    public void The_writer_takes_strings_only_as_constant_text_of_an_interpolation(Type writer)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (MethodBase method in writer.GetMethods(All).Cast<MethodBase>().Concat(writer.GetConstructors(All)))
        {
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                Type type = parameter.ParameterType;
                bool isText = type == typeof(string) || type == typeof(object) || type == typeof(char) || type == typeof(char[]) || type == typeof(IFormattable) || type == typeof(FormattableString);
                Assert.True(!isText || method.Name == "AppendLiteral" || method.DeclaringType == typeof(object), $"{writer.Name}.{method.Name} takes a {type.Name}.");
            }

            // A hole accepts only parts of code.
            if (method.Name == "AppendFormatted" && method.IsGenericMethodDefinition)
                Assert.Contains(typeof(ICodePart), method.GetGenericArguments()[0].GetGenericParameterConstraints());
        }
    }

    [Theory]
    [MemberData(nameof(TextTypes))]
    public void Text_becomes_code_only_by_a_constructor_for_its_kind(Type type)
    {
        Assert.DoesNotContain(type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static), method => method.Name is "op_Implicit" or "op_Explicit");
    }

    public static TheoryData<Type> TextTypes => [.. s_textTypes];

    [Theory]
    [InlineData("class")]
    [InlineData("été")]
    [InlineData("_a1")]
    public void An_identifier_is_always_written_as_an_identifier(string name)
    {
        var text = new StringBuilder();
        ((Code)$"class {new Identifier(name)} {{ }}").AppendTo(text);
        string code = text.ToString();
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Equal(name, tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>().Single().Identifier.ValueText);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a{}")]
    [InlineData("a\u2028b")]
    [InlineData("A<B>")]
    [InlineData("\\u0041")]
    [InlineData("@a")]
    public void Text_that_is_not_an_identifier_is_refused(string name) => Assert.Throws<InvalidOperationException>(() => new Identifier(name));

    /// <summary>Covers uses that the compiler accepts: an emitter that calls the handlers' methods itself, or has its own string builder.</summary>
    [Fact]
    public void No_emitter_bypasses_the_writer()
    {
        string[] files = Directory.GetFiles(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Generator", "Emission"), "*.cs");
        Assert.True(files.Length > 5);
        foreach (string file in files)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
            foreach (SimpleNameSyntax name in root.DescendantNodes().OfType<SimpleNameSyntax>())
                Assert.False(name.Identifier.ValueText is "StringBuilder" or "AppendLiteral" or "AppendFormatted" or "Append" or "AppendTo" or "ICodePart" or "TextWriter" or "Interpolation", $"{Path.GetFileName(file)} uses {name.Identifier.ValueText}.");
        }
    }

    /// <summary>The guarantee itself: a string in a hole is a compiler error.</summary>
    [Theory]
    [InlineData("new Literal(text)", true)]
    [InlineData("new Identifier(text)", true)]
    [InlineData("3", true)]
    [InlineData("text", false)]
    [InlineData("text.Length > 0 ? text : text", false)]
    [InlineData("(object)text", false)]
    [InlineData("$\"a{text}\"", false)]
    [InlineData("new System.Text.StringBuilder()", false)]
    public void A_string_in_a_hole_does_not_compile(string hole, bool compiles)
    {
        foreach (string use in new[] { $"writer.Line($\"a {{{hole}}}\");", $"Code code = $\"a {{{hole}}}\";", $"writer.Add($\"{{{hole}}}\");" })
        {
            string code = "using ZStackGen.Generator.CSharp; class Emitter { void Emit(SourceWriter writer, string text) { " + use + " } }";
            CSharpCompilation compilation = CSharpCompilation.Create(
                "ZStackGen.Generator.Tests",
                [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
                [.. ReferenceAssemblies.All, MetadataReference.CreateFromFile(typeof(SourceWriter).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            string[] errors = [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
            Assert.True(compiles == (errors.Length == 0), use + "\n" + string.Join("\n", errors));
        }
    }

    [Theory]
    [InlineData("writer.Line(text);")]
    [InlineData("writer.Add(text);")]
    [InlineData("Code code = text;")]
    [InlineData("Code code = text + $\"a\";")]
    [InlineData("Code code = $\"a\" + text;")]
    public void A_string_in_place_of_an_interpolation_does_not_compile(string use)
    {
        string code = "using ZStackGen.Generator.CSharp; class Emitter { void Emit(SourceWriter writer, string text) { " + use + " } }";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "ZStackGen.Generator.Tests",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            [.. ReferenceAssemblies.All, MetadataReference.CreateFromFile(typeof(SourceWriter).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
