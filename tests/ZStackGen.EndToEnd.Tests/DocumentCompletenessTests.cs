using System;
using System.Collections.Generic;
using System.Linq;
using System.IO;
using System.Reflection;
using System.Xml.Linq;
using Xunit;
using ZStack;
using ZStack.Hosting;
using ZStack.Simulation;
using ZStackGen.EndToEnd.Tests.Documents;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The tables in the document of a package are complete.</summary>
public sealed class DocumentCompletenessTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_runtime_s_document_has_every_option_credential_and_exception()
        => AssertNamed(
            "runtime/ZStackGen.Runtime/README.md",
            [
                .. Properties(typeof(ZStackClientOptions)),
                .. Properties(typeof(ZStackCallOptions)).Where(static name => name != nameof(ZStackCallOptions.Headers)),
                .. typeof(ZStackCredential).GetMethods(Declared).Where(static method => method.IsStatic).Select(static method => $"ZStackCredential.{method.Name}("),
                .. typeof(ZStackClient).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Exception))).Select(static type => type.Name),
            ],
            atLeast: 50);

    [Fact]
    public void The_document_for_hosts_has_every_setting_and_log_event()
    {
        Type settings = typeof(ZStackLogEvents).Assembly.GetType("ZStack.Hosting.SettingsReader", throwOnError: true)!;
        FieldInfo[] events = [.. typeof(ZStackLogEvents).GetFields(Declared)];
        AssertNamed(
            "runtime/ZStackGen.Hosting/README.md",
            [
                .. (IEnumerable<string>)settings.GetProperty("Keys", Declared)!.GetValue(null)!,
                .. events.Where(static field => field.FieldType == typeof(int)).Select(static field => field.Name),
                .. events.Where(static field => field.FieldType == typeof(string)).Select(static field => (string)field.GetValue(null)!),
            ],
            atLeast: 40);
    }

    [Fact]
    public void The_simulator_s_document_has_every_option()
        => AssertNamed("generator/ZStackGen.Simulator/README.md", Properties(typeof(ZStackSimulatorOptions)), atLeast: 25);

    [Fact]
    public void The_generator_s_document_has_every_MSBuild_property()
    {
        XDocument props = XDocument.Load(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Generator", "build", "ZStackGen.props"));
        AssertNamed(
            "generator/ZStackGen.Generator/README.md",
            props.Descendants("CompilerVisibleProperty").Select(static item => item.Attribute("Include")!.Value).Where(static name => name.StartsWith("ZStackGen", StringComparison.Ordinal)),
            atLeast: 9);
    }

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(Declared).Select(static property => property.Name);

    private static void AssertNamed(string path, IEnumerable<string> names, int atLeast)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal)];
        Assert.True(all.Length >= atLeast, $"{all.Length}: {string.Join(' ', all)}");
        string text = Document.ReadAll().Single(document => document.Path == path).Text;
        // A name appears in code, alone or qualified.
        Assert.Equal([], all.Where(name => !text.Contains("`" + name, StringComparison.Ordinal) && !text.Contains("." + name + "`", StringComparison.Ordinal) && !text.Contains("    " + name + " = ", StringComparison.Ordinal)));
    }
}
