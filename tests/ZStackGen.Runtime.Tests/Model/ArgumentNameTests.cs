using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ZStack.Tests.Model;

public class ArgumentNameTests
{
    // Passes null for one parameter after the other to every public constructor and method.
    [Fact]
    public void An_exception_for_null_names_a_parameter_that_the_caller_passed()
    {
        var wrong = new List<string>();
        int tried = 0;
        foreach (Type type in typeof(ZStackClient).Assembly.GetExportedTypes().Where(static t => !t.IsGenericTypeDefinition && !t.IsByRefLike && !typeof(Exception).IsAssignableFrom(t)))
        {
            IEnumerable<MethodBase> methods = type.GetConstructors().Concat<MethodBase>(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly));
            foreach (MethodBase method in methods.Where(static m => !m.ContainsGenericParameters && m.GetParameters().All(static p => !p.ParameterType.IsByRef && !p.ParameterType.IsByRefLike)))
            {
                ParameterInfo[] parameters = method.GetParameters();
                if (parameters.All(static p => p.ParameterType.IsValueType) || (type.IsAbstract && method is ConstructorInfo))
                    continue;
                object?[] values = [.. parameters.Select(static p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)];
                tried++;
                if (Record.Exception(() => method is ConstructorInfo made ? made.Invoke(values) : method.Invoke(null, values)) is TargetInvocationException { InnerException: ArgumentException { ParamName: { } name } }
                    && !parameters.Any(p => p.Name == name))
                    wrong.Add(type.Name + "." + method.Name + ": " + name);
            }
        }

        Assert.True(tried > 20);
        Assert.Empty(wrong);
    }
}
